/* sample_form.h - a form over a record of every kind of field, in the sample program. */
/* SPDX-License-Identifier: ISC */
#ifndef UNIT_UI_SAMPLE_FORM_H
#define UNIT_UI_SAMPLE_FORM_H

extern const struct screen_class sample_form_screen;

#endif
