# HTTP on libcurl's multi interface: the one wait, calls, retries, trace.
