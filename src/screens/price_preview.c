/* SPDX-License-Identifier: ISC */
#include "screens/price_preview.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/price_list.h"
#include "schema/json.h"
#include "ui/draw.h"
#include "ui/table.h"
#include "ui/ui.h"
#include "work/price_change.h"
#include "work/price_matrix.h"

enum { CELL_TIER, CELL_FROM, CELL_BEFORE, CELL_AFTER, CELL_NOTE, CELLS };
enum { TIER_COLS = 24, FROM_COLS = 10, AMOUNT_COLS = 14 };

struct preview {
	struct price_changes changes;
	char *title;
	enum price_warning *warnings; /* by row, of what it becomes */
	size_t zeros;                 /* prices that become 0 */
	void (*apply)(void *data, const struct price_changes *changes);
	void *data;
	struct table table;
	char *cells[CELLS]; /* of the row drawn last */
};

struct argument {
	const struct price_preview *preview;
	struct price_changes *changes;
};

/* --- rows ------------------------------------------------------------------ */

static size_t row_count(void *data)
{
	return ((struct preview *)data)->changes.count;
}

/* As the matrix shows it. */
static char *amount_text(const char *amount)
{
	struct price_entry entry = { .text = amount };

	if (!amount)
		return price_cell_text(NULL);
	entry.exact = decimal_from_number(amount, &entry.price);
	return price_cell_text(&entry);
}

static void free_cells(struct preview *preview)
{
	for (size_t i = 0; i < CELLS; i++)
		free(preview->cells[i]);
}

static const char *note_of(enum price_warning warning)
{
	switch (warning) {
	case PRICE_RISES:
		return _("dearer than fewer");
	case PRICE_CROSSES:
		return _("crosses another tier");
	case PRICE_PASSES:
		return ngettext("passes another tier", "pass another tier", 1);
	case PRICE_FINE:
		break;
	}
	return "";
}

static const char *const *row_cells(void *data, size_t row)
{
	struct preview *preview = data;
	const struct price_change *change = &preview->changes.rows[row];

	free_cells(preview);
	preview->cells[CELL_TIER] = text_clean(change->tier, strlen(change->tier));
	preview->cells[CELL_FROM] = xasprintf("%" PRId64, change->at_quantity);
	preview->cells[CELL_BEFORE] = amount_text(change->before);
	preview->cells[CELL_AFTER] = amount_text(change->after);
	preview->cells[CELL_NOTE] = xstrdup(note_of(preview->warnings[row]));
	return (const char *const *)preview->cells;
}

static char row_sign(void *data, size_t row)
{
	static const char signs[] = {
		[PRICE_FINE] = '~', [PRICE_RISES] = '!', [PRICE_CROSSES] = '?', [PRICE_PASSES] = '?'
	};

	return signs[((struct preview *)data)->warnings[row]];
}

static const struct table_source source = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

static void set_columns(struct preview *preview)
{
	const struct table_column columns[] = {
		{ _("Price tier"), TIER_COLS, TEXT_LEFT, CELL_TIER },
		{ _("From qty"), FROM_COLS, TEXT_RIGHT, CELL_FROM },
		{ _("Now"), AMOUNT_COLS, TEXT_RIGHT, CELL_BEFORE },
		{ _("After"), AMOUNT_COLS, TEXT_RIGHT, CELL_AFTER },
		{ "", 0, TEXT_LEFT, CELL_NOTE },
	};

	table_set_columns(&preview->table, columns, CELLS);
}

/* --- what it becomes ------------------------------------------------------- */

static void find_warnings(struct preview *preview, const struct json *after)
{
	const struct price_changes *changes = &preview->changes;
	struct price_list list;

	price_list_read(&list, after);
	preview->warnings = xcalloc(changes->count + 1, sizeof(*preview->warnings));
	for (size_t i = 0; i < changes->count; i++) {
		const struct price_change *change = &changes->rows[i];
		const struct price_entry *row =
			price_list_at(&list, change->tier, change->at_quantity);
		if (!row)
			continue;
		preview->warnings[i] = price_list_warning(&list, (size_t)(row - list.rows));
		preview->zeros += row->exact && row->price.value == 0;
	}
	price_list_finish(&list);
}

/* --- commands -------------------------------------------------------------- */

static bool has_changes(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct preview *)state)->changes.count;
}

static void apply(struct ui *ui, void *state)
{
	struct preview *preview = state;
	void (*fn)(void *data, const struct price_changes *changes) = preview->apply;
	struct price_changes changes = preview->changes;
	void *data = preview->data;

	preview->changes = (struct price_changes){ 0 };
	ui_pop(ui);
	fn(data, &changes);
	price_changes_finish(&changes);
}

static void leave(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static const struct command preview_commands[] = {
	{ "Enter g F2", "apply", N_("Put these prices into the form; nothing is sent yet"), apply,
	  .hint = N_("put them in"), .can = has_changes },
	{ "Esc F12 F3 q", "back", N_("Back: the prices stay as they are"), leave,
	  .hint = N_("back") },
};

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *data)
{
	struct preview *preview = state;
	const struct argument *argument = data;

	(void)ui;
	preview->changes = *argument->changes;
	preview->title = xstrdup(argument->preview->title);
	preview->apply = argument->preview->apply;
	preview->data = argument->preview->data;
	find_warnings(preview, argument->preview->after);
	table_init(&preview->table, &source, preview);
	set_columns(preview);
}

static void close_screen(struct ui *ui, void *state)
{
	struct preview *preview = state;

	(void)ui;
	table_finish(&preview->table);
	free_cells(preview);
	price_changes_finish(&preview->changes);
	free(preview->warnings);
	free(preview->title);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	table_draw(&((struct preview *)state)->table, canvas);
}

static void *part(void *state)
{
	return &((struct preview *)state)->table;
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	fputs(((struct preview *)state)->title, left);
	fputs(_("nothing is changed yet"), right);
}

static void write_count(FILE *out, const char *text, size_t count)
{
	if (count)
		fprintf(out, text, count);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct preview *preview = state;
	size_t changed = preview->changes.count, same = preview->changes.same;
	size_t left_out = preview->changes.left_out, zeros = preview->zeros;

	(void)ui;
	if (!changed)
		fputs(_("No price would change."), out);
	write_count(out, ngettext("%zu price changes.", "%zu prices change.", changed), changed);
	write_count(out, ngettext(" %zu stays as it is.", " %zu stay as they are.", same), same);
	write_count(out,
		    ngettext(" ! %zu cannot be calculated exactly: left out.",
			     " ! %zu cannot be calculated exactly: left out.", left_out),
		    left_out);
	write_count(out, ngettext(" ! %zu becomes 0.00.", " ! %zu become 0.00.", zeros), zeros);
}

const struct screen_class price_preview_screen = {
	.name = "price-preview",
	.label = N_("Preview of prices"),
	.state_size = sizeof(struct preview),
	COMMANDS(preview_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void price_preview_open_take(struct ui *ui, const struct price_preview *preview,
			     struct price_changes *changes)
{
	struct argument argument = { preview, changes };

	ui_push(ui, &price_preview_screen, &argument);
}
