# HTTP on libcurl's multi interface: the one wait, calls, retries, trace, children.
noinst_LTLIBRARIES += src/net/libnet.la
src_net_libnet_la_SOURCES = \
	src/net/call.c src/net/call.h \
	src/net/child.c src/net/child.h \
	src/net/child_spawn.c src/net/child_spawn.h \
	src/net/easy.c src/net/easy.h \
	src/net/exchange.c src/net/exchange.h \
	src/net/failure.c src/net/failure.h \
	src/net/loop.c src/net/loop.h \
	src/net/mask.c src/net/mask.h \
	src/net/multi.c src/net/multi.h \
	src/net/net.c src/net/net.h src/net/net_state.h \
	src/net/origin.c src/net/origin.h \
	src/net/request.c src/net/request.h \
	src/net/retry.c src/net/retry.h \
	src/net/signals.c src/net/signals.h \
	src/net/timers.c src/net/timers.h \
	src/net/trace.c src/net/trace.h
src_net_libnet_la_LIBADD = src/base/libbase.la $(CURL_LIBS)
