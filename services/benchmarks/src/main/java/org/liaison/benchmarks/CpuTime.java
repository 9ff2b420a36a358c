package org.liaison.benchmarks;

import java.util.Set;

/// CPU-seconds of one program: its Java threads, the Java machine's compiler (which falls silent once everything is
/// compiled), and the PostgreSQL server that it runs.
record CpuTime(double java, double compiler, double postgresql) {

    static final CpuTime NONE = new CpuTime(0, 0, 0);

    /// `postmaster` 0 means that there is no server. `watching` are those of its processes that serve the benchmark.
    static CpuTime of(long pid, long postmaster, Set<Long> watching) {
        long all = ProcStat.of(pid).map(ProcStat::ownTicks).orElse(0L);
        long compiler = ProcStat.threadsOf(pid).stream()
                .filter(thread -> thread.name().contains("CompilerThre"))
                .mapToLong(ProcStat::ownTicks)
                .sum();
        return new CpuTime(
                seconds(Math.max(0, all - compiler)),
                seconds(compiler),
                postmaster == 0 ? 0 : seconds(ofServer(postmaster, watching)));
    }

    /// A server is its first process and the one it starts for each connection; those that have ended count through
    /// their parent.
    private static long ofServer(long postmaster, Set<Long> watching) {
        long ticks = ProcStat.of(postmaster)
                .map(stat -> stat.ownTicks() + stat.endedChildrenTicks())
                .orElse(0L);
        for (ProcStat child : ProcStat.childrenOf(postmaster))
            if (!watching.contains(child.pid())) ticks += child.ownTicks() + child.endedChildrenTicks();
        return ticks;
    }

    private static double seconds(long ticks) {
        return ticks / ProcStat.TICKS_PER_SECOND;
    }

    CpuTime minus(CpuTime earlier) {
        return new CpuTime(java - earlier.java, compiler - earlier.compiler, postgresql - earlier.postgresql);
    }

    CpuTime dividedBy(double count) {
        return new CpuTime(java / count, compiler / count, postgresql / count);
    }

    double total() {
        return java + compiler + postgresql;
    }
}
