# The services: dialect tables, session, client.
noinst_LTLIBRARIES += src/api/libapi.la
src_api_libapi_la_SOURCES = \
	src/api/account.c src/api/account.h \
	src/api/address.c src/api/address.h \
	src/api/choice_list.c src/api/choice_list.h \
	src/api/claims.c src/api/claims.h \
	src/api/client.c src/api/client.h \
	src/api/client_act.c src/api/client_act_by_update.c \
	src/api/client_batch.c src/api/client_batch_read.c src/api/client_batch_read.h \
	src/api/client_body.c src/api/client_body.h \
	src/api/client_call.c src/api/client_call.h \
	src/api/client_choice_list.c \
	src/api/client_choices.c src/api/client_choices.h \
	src/api/client_fetch.c \
	src/api/client_get.c \
	src/api/client_list.c \
	src/api/client_lists.c \
	src/api/client_organization.c \
	src/api/client_taken.c \
	src/api/client_update.c \
	src/api/client_values.c src/api/client_values.h \
	src/api/client_write.c src/api/client_write.h \
	src/api/dialect.c src/api/dialect.h \
	src/api/failure.c src/api/failure.h \
	src/api/flow.c src/api/flow_record.c \
	src/api/identity.c src/api/identity.h \
	src/api/lists_call.c src/api/lists_call.h \
	src/api/login.c src/api/login.h src/api/login_state.h \
	src/api/login_exchange.c src/api/login_tenant.c \
	src/api/nymble.c src/api/nymble_guide.c \
	src/api/page_read.c src/api/page_read.h \
	src/api/profile.c src/api/profile.h \
	src/api/refusal.c src/api/refusal.h \
	src/api/sandbox_process.c src/api/sandbox_process.h \
	src/api/secret_command.c src/api/secret_command.h \
	src/api/session.c src/api/session.h src/api/session_state.h \
	src/api/session_info.c src/api/session_login.c \
	src/api/signed_call.c src/api/signed_call.h \
	src/api/ticket.c src/api/ticket.h \
	src/api/token_file.c src/api/token_file.h \
	src/api/wait_list.c src/api/wait_list.h \
	src/api/wait_sign.c src/api/wait_sign.h
src_api_libapi_la_LIBADD = src/net/libnet.la src/model/libmodel.la $(JWT_LIBS)
