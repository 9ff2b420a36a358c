package org.liaison.statistics;

/// How strictly figures are let out. Every setting can be made stricter than the domain reference asks, none laxer.
///
/// @param k cases a group has at least; 11 or more
/// @param step figures are rounded down to a multiple of this; 10 or more
/// @param attributes variables one table shows at most; 4 or fewer
/// @param months length of the shortest period that is released; 3 or more
/// @param settling days to wait after a period's end before it is closed, so that answers can come in; 30 or more
public record Terms(int k, int step, int attributes, int months, int settling) {

    public static final Terms STANDARD = new Terms(11, 10, 4, 3, 90);

    public Terms {
        if (k < 11) throw lax("k", "11 or more", k);
        if (step < 10) throw lax("step", "10 or more", step);
        if (attributes < 1 || attributes > 4) throw lax("attributes", "1 to 4", attributes);
        if (months < 3) throw lax("months", "3 or more", months);
        if (settling < 30) throw lax("settling", "30 days or more", settling);
    }

    private static IllegalArgumentException lax(String name, String range, int value) {
        return new IllegalArgumentException(
                "statistics." + name + " is " + range + ", not " + value + ": it can only be made stricter");
    }

    /// What of a number may be seen; nothing where it is too small. A group has `k` cases, or there is no group.
    long shown(long count) {
        return count < k ? 0 : count / step * step;
    }
}
