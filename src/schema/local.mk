# How a record is described and read: JSON, fields, kinds of value, records, queries.
noinst_LTLIBRARIES += src/schema/libschema.la
src_schema_libschema_la_SOURCES = \
	src/schema/change_body.c src/schema/change_lines.c src/schema/changes.c src/schema/changes.h \
	src/schema/check.c src/schema/check.h \
	src/schema/clashes.c \
	src/schema/complaints.c \
	src/schema/countries.c src/schema/countries.h \
	src/schema/columns.c src/schema/columns.h \
	src/schema/edit.c src/schema/edit_attributes.c src/schema/edit_entries.c \
	src/schema/edit.h src/schema/edit_parts.h \
	src/schema/entries.c src/schema/entries.h src/schema/entries_merge.c \
	src/schema/entry_text.c src/schema/entry_text.h \
	src/schema/field.c src/schema/field_member.c src/schema/field.h \
	src/schema/json.c src/schema/json_equal.c src/schema/json.h \
	src/schema/json_scan.c src/schema/json_scan.h \
	src/schema/kind.h \
	src/schema/kind_bool.c \
	src/schema/kind_code.c \
	src/schema/kind_country.c \
	src/schema/kind_decimal.c \
	src/schema/kind_email.c \
	src/schema/kind_list.c \
	src/schema/kind_phone.c \
	src/schema/kind_text.c \
	src/schema/kind_time.c \
	src/schema/member.c src/schema/member.h \
	src/schema/member_path.c src/schema/member_path.h \
	src/schema/normalise.c \
	src/schema/pick_item.h \
	src/schema/query.c src/schema/query_complete.c \
	src/schema/query_text.c src/schema/query.h \
	src/schema/record.c src/schema/record.h \
	src/schema/resource.c src/schema/resource.h \
	src/schema/start.c src/schema/start.h
src_schema_libschema_la_LIBADD = src/base/libbase.la $(CJSON_LIBS)
