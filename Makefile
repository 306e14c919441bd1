# The chores by name: `make demo` shows the program, `make test` is what continuous integration runs.

# Tools that the checks need are kept outside the checkout, so that a clean clone does not build them again.
CACHE      ?= $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/onrecord
DENY_VERSION := 0.20.2
DENY       := $(CACHE)/cargo-deny-$(DENY_VERSION)/bin/cargo-deny
ONRECORD   := target/release/onrecord
PAGE       ?= samples/ministers-repost.html
DIR        ?=

.PHONY: demo test bench lint fmt release

demo: release
	@$(ONRECORD) read $(PAGE)
	@echo
	@for page in $(filter-out $(PAGE),$(sort $(wildcard samples/*.html samples/*.txt))); do \
		statements=$$($(ONRECORD) read -q -f jsonl $$page | grep -o '"form":"' | wc -l); \
		printf '%-40s %3d statements\n' $$page $$statements; \
	done

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

bench: release
	cargo xtask bench $(DIR)

release:
	cargo build --locked --release --package onrecord

# Unoptimised on purpose: it builds in a fraction of the time and runs for a second.
$(DENY):
	CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
	cargo install --locked cargo-deny --version $(DENY_VERSION) --root $(CACHE)/cargo-deny-$(DENY_VERSION)
