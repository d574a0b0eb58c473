# What the tool costs beside its floors: included by the Makefile.
#
#   make bench                      the table
#   make bench HISTORY=path/of/repo also the walk of a long history, and the life of one definition in it, which
#                                   DEFINITION=kind:id names, beside that in a history ten times as long
#   make bench-faults               500 faults in 10,000 definitions, each found at its place

#   make bench-psplib               schedules of PSPLIB's projects beside the best known, and how much an edit moves
#   make bench-peers                the same projects by TaskJuggler and OR-Tools, as far as they are installed

BENCH := $(BUILD)/bench
PSPLIB ?= $(or $(PRODOPS_CONFORMANCE),../shared/conformance)/psplib
BENCH_BIN := $(BUILD)/release
BENCH_RUN := $(BENCH_BIN)/prodops-bench run --prodops $(BENCH_BIN)/prodops \
	--corpus $(BENCH)/corpus --floor $(BENCH)/read-floor

.PHONY: bench bench-build bench-faults bench-history bench-psplib bench-peers

bench: bench-build $(BENCH)/read-floor $(BENCH)/corpus/prodops.json $(if $(HISTORY),bench-history)
	$(BENCH_RUN) $(if $(EXAMPLE),--example $(EXAMPLE)) $(if $(HISTORY),--history $(HISTORY)) \
		$(if $(HISTORY_FROM),--history-from $(HISTORY_FROM)) $(if $(DEFINITION),--definition $(DEFINITION)) \
		$(if $(HISTORY),--long-history $(BENCH)/long-history)
	$(if $(wildcard $(PSPLIB)/best_known.csv),$(BENCH_BIN)/prodops-bench psplib $(PSPLIB) --seeds 1)

bench-psplib: bench-build
	$(BENCH_BIN)/prodops-bench psplib $(PSPLIB)
	$(BENCH_BIN)/prodops-bench stability $(PSPLIB)

bench-peers: bench-build
	python3 Benchmarks/peers/peers.py $(PSPLIB) $(BENCH_BIN)/prodops-bench

bench-faults: bench-build $(BENCH)/corpus/prodops.json
	$(BENCH_BIN)/prodops-bench check-faults $(BENCH)/corpus --prodops $(BENCH_BIN)/prodops
	rm -rf $(BENCH)/faulty
	cp -R $(BENCH)/corpus $(BENCH)/faulty
	$(BENCH_BIN)/prodops-bench seed-faults $(BENCH)/faulty
	$(BENCH_BIN)/prodops-bench check-faults $(BENCH)/faulty $(BENCH)/expected.json --prodops $(BENCH_BIN)/prodops

bench-history: bench-build
	rm -rf $(BENCH)/long-history
	mkdir -p $(BENCH)
	$(BENCH_BIN)/prodops-bench lengthen $(HISTORY) $(BENCH)/long-history

bench-build: release
	$(SWIFT) build $(RELEASE_FLAGS) --product prodops-bench

$(BENCH)/read-floor: Benchmarks/floor/read-floor.c
	mkdir -p $(BENCH)
	$(CC) -O2 -o $@ $<

# The corpus is made again whenever what makes it is newer.
$(BENCH)/corpus/prodops.json: $(wildcard Benchmarks/prodops-bench/[CS]*/*.swift) | bench-build
	rm -rf $(BENCH)/corpus
	$(BENCH_BIN)/prodops-bench generate $(BENCH)/corpus
