package org.liaison.casework.course;

/// Bulletins of the inter-agency group (A/RES/61/180 paragraphs 14, 15). The asking side is the coordinator, which
/// asks for nothing but that they be read; a later edition of a bulletin comes in the same case.
///
/// There is no message that says "read": every gateway makes the evidence `ContentAccessTracking` when an officer
/// opens the content. It is signed and logged, cannot be forgotten, and costs the reader nothing.
final class Bulletins {

    // spotless:off
    static final Course COURSE = new CourseTable("BUL", "Bulletins of the inter-agency group")
            .states("""
                PUBLISHED*   the bulletin has been sent
                """)
            .asks("BUL-SCHED").asks("BUL-PROG").asks("GPR-PUB").asks("BUL-MO")
            .rows("""
                DRAFT      BUL_SCHED|BUL_PROG|GPR_PUB|BUL_MO  asking  PUBLISHED
                PUBLISHED  BUL_SCHED|BUL_PROG|GPR_PUB|BUL_MO  asking  SAME
                """)
            .made();
    // spotless:on

    private Bulletins() {}
}
