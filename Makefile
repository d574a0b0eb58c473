# What people and CI run. Everything that is missing is installed by `make deps`.

SWIFT ?= swift
BUILD := .build
# Across modules, so that what the rules ask of definitions is not a call each time.
RELEASE_FLAGS := -c release --static-swift-stdlib -Xlinker --gc-sections -Xswiftc -cross-module-optimization
PRODOPS := $(BUILD)/release/prodops
PREFIX ?= /usr/local

.PHONY: all demo test bench install deps build release format lint generate clean

all: release

# The C libraries that the tool is linked with, from the system's packages.
deps:
	@pkg-config --exists libgit2 libpcre2-8 zlib 2>/dev/null || scripts/install-libraries.sh

build: deps
	$(SWIFT) build

release: deps
	$(SWIFT) build $(RELEASE_FLAGS) --product prodops

# Builds the tool, makes the example company's repository with its history, and shows what the tool says of it.
demo: release
	PRODOPS=$(PRODOPS) scripts/demo.sh

test: deps
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test

install: release
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PRODOPS) $(DESTDIR)$(PREFIX)/bin/prodops

format:
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Package.swift

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Package.swift

generate:
	$(SWIFT) run prodops-dev generate

clean:
	rm -rf $(BUILD)

include Benchmarks/bench.mk
