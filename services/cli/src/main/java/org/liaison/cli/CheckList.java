package org.liaison.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What was checked of a bundle, in order, and what follows from all of it.
final class CheckList {

    static final String LOG_PROOF = "LOG_PROOF";
    static final String LOG_WITNESSES = "LOG_WITNESSES";

    /// What may be missing without leaving doubt: evidence that is proven to others, and witnesses
    /// unless they are asked for.
    private static final Set<String> MAY_LACK = Set.of(LOG_PROOF, LOG_WITNESSES);

    enum Result {
        PASSED,
        FAILED,
        NOT_CHECKED
    }

    record Check(String check, String subject, Result result, String detail) {}

    private final List<Check> checks = new ArrayList<>();

    void judge(boolean good, String check, String subject, String passed, String failed) {
        if (good) passed(check, subject, passed);
        else failed(check, subject, failed);
    }

    void passed(String check, String subject, String detail) {
        checks.add(new Check(check, subject, Result.PASSED, detail));
    }

    void failed(String check, String subject, String detail) {
        checks.add(new Check(check, subject, Result.FAILED, detail));
    }

    void missing(String check, String subject, String detail) {
        checks.add(new Check(check, subject, Result.NOT_CHECKED, detail));
    }

    List<Check> all() {
        return List.copyOf(checks);
    }

    String verdict() {
        if (checks.stream().anyMatch(check -> check.result() == Result.FAILED)) return "BROKEN";
        return checks.stream()
                        .anyMatch(check -> check.result() == Result.NOT_CHECKED && !MAY_LACK.contains(check.check()))
                ? "INCOMPLETE"
                : "GENUINE";
    }
}
