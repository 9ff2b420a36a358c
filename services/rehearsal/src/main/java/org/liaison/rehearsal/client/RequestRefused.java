package org.liaison.rehearsal.client;

/// The gateway said no where the asker had no use for a no. [#problem] says why.
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RequestRefused(Problem problem) {
        super(String.join("\n", problem.lines()));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
