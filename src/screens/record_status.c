/* SPDX-License-Identifier: ISC */
#include "base/clock.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "screens/record_entries.h"
#include "screens/record_prices.h"
#include "screens/record_state.h"
#include "store/pager.h"
#include "work/trouble.h"

static void write_position(const struct record_state *state, FILE *out)
{
	long long total = (long long)pager_total(state->list->pager);

	if (total < 0) /* the service does not say how many there are */
		fprintf(out, _("%'zu in this list"), state->list->table.cursor + 1);
	else
		fprintf(out, _("%'zu of %'lld in this list"), state->list->table.cursor + 1, total);
}

void record_write_status(struct ui *ui, void *data, FILE *out)
{
	const struct record_state *state = data;
	char time[CLOCK_TIME_SIZE];

	(void)ui;
	if (waiting_write(&state->waiting, out))
		return;
	if (state->error.code) {
		trouble_write(&state->error, out);
		fputs(_(" r reads again."), out);
		return;
	}
	if (state->list)
		write_position(state, out);
	if (state->read_at_s) {
		clock_format_local_time(state->read_at_s, time);
		fprintf(out, state->list ? _(", read at %s") : _("Read at %s"), time);
	}
	record_prices_write(state, out);
	if (state->record && record_entries_are_read_only(state->resource, state->tab))
		fputs(_(".  These are read only."), out);
	if (page_view_is_cut(&state->view))
		fputs(_(".  l shows more columns."), out);
}
