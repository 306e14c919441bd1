# The chores by name: `make demo` shows the program, `make test` is what continuous integration runs.

# Tools that the checks need are kept outside the checkout, so that a clean clone does not build them again.
CACHE      ?= $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/onrecord
DENY_VERSION := 0.20.2
DENY       := $(CACHE)/cargo-deny-$(DENY_VERSION)/bin/cargo-deny
ONRECORD   := target/release/onrecord
PAGE       ?= samples/ministers-repost.html
DIR        ?=
# With the packages of benches/requirements.txt.
PYTHON     ?= python3

.PHONY: demo test bench bench-encoder neon lint fmt release

demo: release
	@$(ONRECORD) read -f report $(PAGE)
	@echo
	@echo "The other sample pages:"
	@for page in $(filter-out $(PAGE),$(sort $(wildcard samples/*.html samples/*.txt))); do \
		line=$$($(ONRECORD) read -q -f report $$page | grep -E '^[0-9]+ statement|^No statement'); \
		printf '  %-34s %s\n' $$page "$$line"; \
	done
	@echo
	@echo "See one in full: $(ONRECORD) read samples/court-report.html"

# From the quickest to the slowest, so that a slip shows early.
test: lint $(DENY)
	cargo test --locked --workspace
	RUSTDOCFLAGS=-Dwarnings cargo doc --locked --workspace --no-deps
	$(DENY) check licenses bans sources

lint:
	cargo fmt --all --check
	cargo xtask tidy
	cargo clippy --locked --workspace --all-targets -- -D warnings

fmt:
	cargo fmt --all

# Built first: what the compiler uses must not count as the program's.
bench: release
	cargo build --quiet --locked --package xtask
	cargo xtask bench $(DIR)

# The encoder beside other runtimes.
bench-encoder:
	cargo build --locked --release --package onrecord-extract --example encoder_speed
	$(PYTHON) benches/encoder.py

# The kernels' tests and the sample pages on an emulated 64-bit ARM; needs Debian's qemu-user and gcc-aarch64-linux-gnu. What is rounded
# to 8 bits may fall to the other side there, so confidences, which differ in the second digit, are not compared.
ARM := aarch64-unknown-linux-gnu
neon: export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER := aarch64-linux-gnu-gcc
neon: export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER := qemu-aarch64
neon: export QEMU_LD_PREFIX := /usr/aarch64-linux-gnu
neon: release
	rustup target add $(ARM)
	cargo test --locked --target $(ARM) --package onrecord-kernels
	cargo build --locked --release --target $(ARM) --package onrecord
	@compared() { "$$@" | sed 's/,[01]\.[0-9]*,\([a-z]*-[0-9]*,machine\)/,\1/'; }; \
	for page in samples/*.html samples/*.txt; do \
		compared $(ONRECORD) read -q -f csv $$page > target/here.csv; \
		compared qemu-aarch64 target/$(ARM)/release/onrecord read -q -f csv $$page > target/arm.csv; \
		echo "$$(diff target/here.csv target/arm.csv | grep -c '^>') of $$(wc -l < target/here.csv) lines differ: $$page"; \
	done

release:
	cargo build --locked --release --package onrecord

# Unoptimised on purpose: it builds in a fraction of the time and runs for a second.
$(DENY):
	CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
	cargo install --locked cargo-deny --version $(DENY_VERSION) --root $(CACHE)/cargo-deny-$(DENY_VERSION)
