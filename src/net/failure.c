/* SPDX-License-Identifier: ISC */
#include "net/failure.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "net/net_state.h"

enum { MIB = 1024 * 1024 };

static void refuse_certificate(const struct failure *failure, const struct net *net,
			       struct error *err)
{
	static const struct {
		const char *words, *reason;
	} known[] = {
		{ "subject name matches", N_("it was issued for another name") },
		{ "certificate has expired", N_("it has expired") },
		{ "not yet valid", N_("it is not valid yet") },
		{ "self-signed certificate",
		  N_("no authority that this machine trusts signed it") },
		{ "self signed certificate",
		  N_("no authority that this machine trusts signed it") },
		{ "unable to get local issuer",
		  N_("no authority that this machine trusts signed it") },
	};
	const char *reason = strstr(failure->detail, "problem: ");

	reason = reason ? reason + strlen("problem: ") : failure->detail;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strstr(failure->detail, known[i].words))
			reason = _(known[i].reason);
	error_set(err, ERROR_REFUSED, _("The certificate of %s is not valid: %s"), net->name,
		  reason);
}

static void refuse_ca_file(const struct failure *failure, const struct net *net, struct error *err)
{
	(void)failure;
	if (net->ca_file)
		error_set(err, ERROR_REFUSED, _("The ca-file %s cannot be read as certificates (PEM)"),
			  net->ca_file);
	else
		error_set(err, ERROR_REFUSED,
			  _("The certificate of %s cannot be checked: this machine has no list of "
			    "certificate authorities (Debian: the package ca-certificates)"),
			  net->name);
}

static void refuse_size(const struct failure *failure, const struct net *net, struct error *err)
{
	(void)failure;
	if (net->body_max % MIB == 0)
		error_set(err, ERROR_REFUSED, _("The answer is larger than %zu MiB"),
			  net->body_max / MIB);
	else
		error_set(err, ERROR_REFUSED, _("The answer is larger than %zu bytes"),
			  net->body_max);
}

static void say_unreadable(const struct failure *failure, const struct net *net, struct error *err)
{
	error_set(err, ERROR_NETWORK, _("The answer of %s cannot be read (%s)"), net->name,
		  *failure->detail ? failure->detail : curl_easy_strerror(failure->code));
}

static const char *connect_reason(const struct failure *failure)
{
	switch (failure->code) {
	case CURLE_OPERATION_TIMEDOUT:
		return _("timed out");
	case CURLE_COULDNT_RESOLVE_HOST:
		return _("its name is not known");
	case CURLE_COULDNT_RESOLVE_PROXY:
		return _("the name of the proxy is not known");
	case CURLE_COULDNT_CONNECT:
		if (failure->os_error == ECONNREFUSED)
			return _("nobody listens there");
		return failure->os_error ? strerror(failure->os_error) : failure->detail;
	default:
		return *failure->detail ? failure->detail : curl_easy_strerror(failure->code);
	}
}

static void say_broken(const struct failure *failure, const struct net *net, struct error *err)
{
	if (!failure->sent)
		error_set(err, ERROR_NETWORK, _("Cannot reach %s (%s)"), net->name,
			  connect_reason(failure));
	else if (failure->code == CURLE_OPERATION_TIMEDOUT)
		error_set(err, ERROR_NETWORK, _("%s did not answer completely within %d s"),
			  net->name, (net->total_timeout_ms + 999) / 1000);
	else
		error_set(err, ERROR_NETWORK,
			  _("The connection to %s broke before the answer was complete"),
			  net->name);
}

/* OpenSSL's words are all that tells these from a connection that merely broke. */
static bool refuse_handshake(const struct failure *failure, const struct net *net,
			     struct error *err)
{
	static const struct {
		const char *words, *sentence;
	} known[] = {
		{ "unsupported protocol", N_("%s offers no TLS 1.2 or newer") },
		{ "protocol version", N_("%s offers no TLS 1.2 or newer") },
		{ "wrong version number", N_("%s does not speak https there") },
		{ "packet length too long", N_("%s does not speak https there") },
		{ "http request", N_("%s does not speak https there") },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strstr(failure->detail, known[i].words)) {
			error_set(err, ERROR_REFUSED, _(known[i].sentence), net->name);
			return true;
		}
	return false;
}

/* What is not here is a connection that broke. */
static const struct {
	CURLcode code;
	enum outcome outcome;
	void (*say)(const struct failure *failure, const struct net *net, struct error *err);
} explanations[] = {
	{ CURLE_PEER_FAILED_VERIFICATION, ANSWER_REFUSED, refuse_certificate },
	{ CURLE_SSL_ISSUER_ERROR, ANSWER_REFUSED, refuse_certificate },
	{ CURLE_SSL_CACERT_BADFILE, ANSWER_REFUSED, refuse_ca_file },
	{ CURLE_WRITE_ERROR, ANSWER_REFUSED, refuse_size }, /* our own write callback says no */
	{ CURLE_FILESIZE_EXCEEDED, ANSWER_REFUSED, refuse_size },
	{ CURLE_UNSUPPORTED_PROTOCOL, ANSWER_LOST, say_unreadable }, /* HTTP/0.9: no head at all */
	{ CURLE_WEIRD_SERVER_REPLY, ANSWER_LOST, say_unreadable },
	{ CURLE_BAD_CONTENT_ENCODING, ANSWER_LOST, say_unreadable },
	{ CURLE_OUT_OF_MEMORY, ANSWER_LOST, say_unreadable }, /* a header of more than 100 kB */
};

void failure_explain(const struct failure *failure, const struct net *net, struct answer *answer)
{
	for (size_t i = 0; i < sizeof(explanations) / sizeof(*explanations); i++)
		if (explanations[i].code == failure->code) {
			answer->outcome = explanations[i].outcome;
			explanations[i].say(failure, net, &answer->error);
			return;
		}
	if (!failure->sent && refuse_handshake(failure, net, &answer->error)) {
		answer->outcome = ANSWER_REFUSED;
		return;
	}
	answer->outcome = failure->sent ? ANSWER_LOST : ANSWER_NOT_SENT;
	say_broken(failure, net, &answer->error);
}
