package org.liaison.benchmarks;

/// The measurement could not be finished. For whoever started it.
class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchFailed(String message) {
        super(message);
    }

    BenchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
