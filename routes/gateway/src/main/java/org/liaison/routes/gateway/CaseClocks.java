package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.casework.course.CaseView;
import org.liaison.message.AuthorityCode;

/// Which cases have to be looked at because time passes, and what officers were told about it.
public interface CaseClocks {

    /// A case as one authority here knows it.
    record Watched(CaseView view, AuthorityCode owner, int messages) {}

    /// Cases in which a message was stored since they were looked at, or whose next moment has come.
    List<Watched> toLookAt(Instant now, int atMost);

    /// Stores those of the notices that were not told before, and when to look again. Both are durable on return.
    /// Answers the new ones.
    List<Notice> told(Watched watched, List<Notice> notices, Optional<Instant> next, Instant now);
}
