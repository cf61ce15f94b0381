# list the recipes
default:
    @just --list

# everything that CI runs
check:
    cargo fmt --all -- --check
    cargo clippy --workspace --all-targets -- -D warnings
    INSTA_UPDATE=no cargo test --workspace
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

# run the tests: `just test corpus`
test *args:
    cargo test --workspace {{args}}

# accept the present output as expected, then read the diff
bless:
    INSTA_UPDATE=always cargo test --workspace
    git diff --stat

# the README's example
demo:
    cargo run --release -- report data/idlib-2020

# each claim of a file in its line, with the lexicon entry that fired
claims file:
    cargo run --release -- annotate {{file}}

# the network of claims as a picture (needs Graphviz)
picture folder file="network.svg":
    cargo run --release -- graph {{folder}} | dot -Tsvg -o {{file}}

# the picture in the README (needs Chromium)
screenshot:
    cargo run --release -- report data/quake -o target/report.html
    chromium --headless --hide-scrollbars --window-size=1000,1120 --screenshot=docs/report.png target/report.html

# how many times as long as `wc -w` reading takes, its speed and memory
bench:
    cargo xtask bench

# documents that nobody would write: none stops the program, and time grows with size and no faster
hostile documents="1000":
    cargo xtask hostile {{documents}}

# licences and advisories of all dependencies (needs cargo-deny)
deny:
    cargo deny check

# what would be published
package:
    cargo package --workspace --no-verify --allow-dirty
