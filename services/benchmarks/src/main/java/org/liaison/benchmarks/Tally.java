package org.liaison.benchmarks;

/// What became of all messages of a path, the warm-up's included. `twice` counts what a recipient was given more than
/// once, `verified` the pieces of evidence whose signature and log proof were found good.
record Tally(String path, int sent, int arrived, int twice, int verified, int unproven) {

    int lost() {
        return sent - arrived;
    }

    boolean isSound() {
        return lost() == 0 && twice == 0 && unproven == 0;
    }
}
