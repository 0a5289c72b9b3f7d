/* profile_place.h - where the files of one profile are: views, drafts, runs. Two profiles of one name
 * that speak to different servers never share any. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_PROFILE_PLACE_H
#define STORE_PROFILE_PLACE_H

struct error;
struct profile;

/* The path of name in the profile's folder (in the state folder, see base/path.h), which need not exist;
 * the caller frees. NULL when there is no state folder. */
char *profile_place(const struct profile *profile, const char *name, struct error *err);

/* A folder in it, name ends in a slash, for what belongs to one organization, or to one tenant, of several
 * that the service may have: what was begun for one is not offered to another. */
char *profile_place_within(const struct profile *profile, const char *name, struct error *err);

#endif
