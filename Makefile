# make demo      build; rank and draw the embedded sample
# make test      vet and all tests
# make bench     speed of extraction, by language
# make help      the other targets

GO        ?= go
FUZZTIME  ?= 20000x
SOUP      ?= 3m
SOUP_SEED ?= 1
# Bytes of documents that stream through uncite extract.
STREAM    ?= 1000000000
BENCHTIME ?= 3x -count 3
# A Python that has igraph; Debian's own before others.
PYTHON    ?= $(shell for p in /usr/bin/python3 python3; do if $$p -c 'import igraph' 2>/dev/null; then echo $$p; break; fi; done)
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.1.4
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
BENCHMARK ?= ../shared/benchmark
# What is released: the tag of the commit, or its hash.
VERSION   ?= $(shell git describe --tags --always 2>/dev/null || echo v0.0.0)
COMMIT    ?= $(shell git rev-parse HEAD 2>/dev/null)
# Where make install puts things.
PREFIX    ?= /usr/local
DESTDIR   ?=
# What make build takes too, by the compiler's default for a command.
PROFILE    = $(CURDIR)/cmd/uncite/default.pgo

.PHONY: help build demo test race bench bench-others bench-graph profile accuracy fuzz soup stream vulnerabilities lint picture clean
.DEFAULT_GOAL := build

help:
	@echo 'build        bin/uncite'
	@echo 'demo         build; the ten most central documents of the sample; its map into demo/'
	@echo 'test         go vet and go test'
	@echo 'race         the tests of the concurrent packages under the race detector'
	@echo 'bench        MB/s of extraction by language, beside a literal scan and a regular expression; then bench-others'
	@echo 'bench-others the command beside RE2, the regular expressions of Go, ripgrep, and Python with NetworkX'
	@echo 'bench-graph  the measures beside igraph and gonum on generated graphs'
	@echo 'bench-map    pictures of 150 nodes, and a graph of a million edges in every data format'
	@echo 'profile      cmd/uncite/default.pgo, by which the compiler knows the hot paths of extraction'
	@echo 'accuracy     precision and recall of the sample, with a floor, and against the UN'"'"'s own links in $(BENCHMARK)'
	@echo 'fuzz         every fuzz target for FUZZTIME=$(FUZZTIME) (a count, or a time)'
	@echo 'soup         texts of repeated words that cost most, searched for SOUP=$(SOUP)'
	@echo 'stream       STREAM=$(STREAM) bytes of generated documents through uncite extract, and the memory that took'
	@echo 'vulnerabilities  known faults of the parts, by govulncheck'
	@echo 'lint         gofmt, go vet, staticcheck, go mod tidy'
	@echo 'picture      docs/map.svg, the picture of the README'
	@echo 'pages        docs/verbs, from the help of the command'
	@echo 'release      dist/: archives for six systems, with manual pages, completions, licences, checksums'
	@echo 'install      the command, its manual pages and completions below PREFIX=$(PREFIX)'
	@echo 'rename       give the module the path MODULE=host/owner/uncite, so that others can fetch it'
	@echo 'clean        remove bin/, demo/ and dist/'

bin:
	@mkdir -p bin

# One file that needs no other: no C library is linked in.
build: | bin
	CGO_ENABLED=0 $(GO) build -ldflags '-X main.version=$(VERSION) -X main.commit=$(COMMIT)' -o bin/uncite ./cmd/uncite

demo: build
	@mkdir -p demo
	@bin/uncite extract --format jsonl -o demo/references.jsonl
	@echo 'The ten most central documents of the sample:'
	@bin/uncite rank --top 10 demo/references.jsonl
	@for format in svg dot graphml; do bin/uncite map --format $$format -o demo/map.$$format demo/references.jsonl || exit 1; done
	@echo 'Written: demo/map.svg (open it in a browser), demo/map.dot (Graphviz), demo/map.graphml (Gephi, NetworkX, igraph)'

test:
	$(GO) vet ./...
	$(GO) test ./...

# Of the measures those tests that run on several threads: the detector makes
# the others slow and finds nothing in them.
race:
	$(GO) test -race -short ./extract ./graph/csr
	$(GO) test -race -short ./graph/measure -run 'Threads|ContextStops|Reproducible|Sampled|HyperBall'
	$(GO) test -race -short ./render -run 'WriteFile|SafeCSV|JSON|CSV|Chart|Layout'
	$(GO) test -race -short ./cmd/uncite -run 'TestScripts/(input|rank|state|stop|hostile)$$|Progress'

# Known faults of the parts, where the database of Go can be reached.
vulnerabilities:
	$(GO) run $(GOVULNCHECK) ./...

# Where the benchmark's texts are at hand, they are measured; else resolutions made of
# the sample corpus, of the usual length and density of references.
bench: | bin
	@texts=; if [ -d $(BENCHMARK)/text ]; then texts=$$(cd $(BENCHMARK)/text && pwd); fi; \
	echo "texts: $${texts:-made of the sample corpus}"; \
	UNCITE_BENCH_TEXTS=$$texts $(GO) test ./extract -pgo=$(PROFILE) -run '^$$' -bench '^BenchmarkSpeed$$' -benchtime $(BENCHTIME) -cpu 1 >bin/speed.txt || { cat bin/speed.txt; exit 1; }
	@cat bin/speed.txt; awk -f extract/testdata/speed.awk bin/speed.txt
	@$(MAKE) --no-print-directory bench-others

# The whole command beside RE2, the standard library, ripgrep, and Python with NetworkX,
# in one run; what is not on the machine is skipped. A module of its own, fetched then.
bench-others: build
	@texts=$$(pwd)/fixtures/corpus; if [ -d $(BENCHMARK)/text ]; then texts=$$(cd $(BENCHMARK)/text && pwd); fi; \
	cd bench && $(GO) run . -uncite ../bin/uncite -python '$(PYTHON)' $$texts

# The names of the functions and how hot they are: to be made anew when the
# scanner changes a lot, best from long documents.
profile:
	@texts=; if [ -d $(BENCHMARK)/text ]; then texts=$$(cd $(BENCHMARK)/text && pwd); fi; \
	UNCITE_BENCH_TEXTS=$$texts $(GO) test ./extract -trimpath -run '^$$' -bench '^BenchmarkSpeed$$/^..$$/^uncite$$' -benchtime 3s -cpu 1 -cpuprofile $(PROFILE) -o /dev/null

bench-graph:
	$(GO) run ./graph/measure/compare -sizes s,m -python '$(PYTHON)'

bench-map:
	$(GO) test ./render -run '^$$' -bench '^Benchmark(Map|Million)$$' -cpu 1

# The sample as linked XML has a floor, which a test holds; the benchmark is
# measured where it is at hand.
accuracy: build
	@$(GO) test ./extract/accuracy -run '^TestSample$$' -count 1 -v >bin/accuracy.txt || { cat bin/accuracy.txt; exit 1; }
	@echo 'the sample corpus as linked XML:'; sed -n 's/^ *sample_test.go:[0-9]*: //p' bin/accuracy.txt
	@if [ -d $(BENCHMARK)/akn ]; then \
		bin/uncite evaluate --fields --adjudicated extract/accuracy/adjudicated.tsv $(BENCHMARK)/akn; \
	else \
		echo 'no benchmark at $(BENCHMARK): the sample alone was measured'; \
	fi

# go test -fuzz takes one target of one package at a time. A count of runs by
# default: at the end of a span of time go test now and then takes its own
# deadline for a failure.
fuzz:
	@grep -r --include='*_test.go' '^func Fuzz' . | \
	sed -E 's,^(.*)/[^/]*_test.go:func (Fuzz[A-Za-z0-9_]*).*,\1 \2,' | sort | \
	while read -r package target; do \
		$(GO) test "$$package" -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) </dev/null || exit 1; \
	done

# Texts of a few words repeated to 64 KB, the slowest first: loops within loops show
# in seconds, where fuzzing by bytes finds none. SOUP_SEED goes on from another one;
# SOUP_EACH=true boils every word alone and each class of words beside each other one.
SOUP_EACH ?= false
soup:
	$(GO) test ./extract -run '^TestSoup$$' -soup $(SOUP) -soup-seed $(SOUP_SEED) -soup-each=$(SOUP_EACH) -timeout 0 -count 1 -v

# Nothing but the references comes to the disk; the memory is told every minute, and must
# not grow with the length of the stream.
stream: build
	$(GO) build -o bin/generate ./cmd/generate
	bin/generate documents -bytes $(STREAM) -size 20000 -languages ar,en,es,fr,ru,zh \
		bin/uncite extract --format jsonl -o bin/stream.jsonl.zst -

lint:
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...
	$(GO) mod tidy -diff

picture: demo
	cp demo/map.svg docs/map.svg

pages:
	$(GO) test ./cmd/uncite -run '^TestPages$$' -update

# The same commit gives the same bytes: nothing of the machine is in them.
release:
	rm -rf dist
	$(GO) run ./cmd/release -version $(VERSION) -commit '$(COMMIT)' -out dist
	@cat dist/SHA256SUMS

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 bin/uncite $(DESTDIR)$(PREFIX)/bin/uncite
	bin/uncite pages --format man $(DESTDIR)$(PREFIX)/share/man/man1
	bin/uncite completion bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/uncite
	bin/uncite completion zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_uncite
	bin/uncite completion fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/uncite.fish

rename:
	@test -n '$(MODULE)' || { echo 'name the path: make rename MODULE=host/owner/uncite'; exit 2; }
	$(GO) run ./cmd/release -rename '$(MODULE)'
	$(GO) build ./...

clean:
	rm -rf bin demo dist
