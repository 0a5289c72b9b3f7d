/* easy.h - what libcurl is told about a request: the rules of the net and what is asked for. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_EASY_H
#define NET_EASY_H
#include <curl/curl.h>

struct net;
struct request;

/* A handle that sends request, which it borrows, by the rules of net. Its callbacks are left to the
 * caller. Both results go to easy_free. */
CURL *easy_new(const struct net *net, const struct request *request, struct curl_slist **headers);

/* Frees both; the headers are wiped before, for they carry tokens. */
void easy_free(CURL *easy, struct curl_slist *headers);

#endif
