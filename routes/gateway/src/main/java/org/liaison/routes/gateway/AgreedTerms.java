package org.liaison.routes.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Length;
import org.liaison.casework.course.Terms;
import org.liaison.casework.course.WorkingCalendar;
import org.liaison.directory.Agreement;
import org.liaison.directory.Directory;
import org.liaison.directory.LegalBasis;
import org.liaison.directory.Question;
import org.liaison.directory.TimeLimits;
import org.liaison.message.AuthorityCode;

/// What the rulebook and the directory say about time in a case: the limits its two States agreed, and when the two
/// authorities work.
final class AgreedTerms {

    private AgreedTerms() {}

    static Terms of(CaseView view, Register.InForce inForce) {
        Optional<AuthorityCode> asking = view.asking();
        Optional<AuthorityCode> asked = view.asked().stream().findFirst();
        Optional<Agreement> agreement = asking.flatMap(from -> asked.flatMap(to -> covering(view, from, to, inForce)));
        return new Terms(
                agreement.map(AgreedTerms::lengths).orElse(Map.of()),
                agreement
                        .filter(agreed -> agreed.timeLimits() == TimeLimits.DEADLINES)
                        .isPresent(),
                calendar(asking, inForce.directory()),
                calendar(asked, inForce.directory()),
                Terms.USUAL.reminders());
    }

    /// The agreement under which the case was opened: on the legal basis that its first form names, at that time.
    private static Optional<Agreement> covering(
            CaseView view, AuthorityCode from, AuthorityCode to, Register.InForce inForce) {
        return view.history().stream().findFirst().flatMap(first -> {
            Question question = Question.of(from, to, first.event().kind(), first.created());
            // Whoever sent the case's first form may have named anything.
            Question named = first.legalBasis()
                    .flatMap(LegalBasis::named)
                    .map(question::on)
                    .orElse(question);
            return inForce.rulebook().covering(named).stream().findFirst();
        });
    }

    private static Map<String, Length> lengths(Agreement agreement) {
        return agreement.clocks().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, clock -> Length.parse(clock.getValue())));
    }

    private static WorkingCalendar calendar(Optional<AuthorityCode> authority, Directory directory) {
        return authority
                .flatMap(directory::authority)
                .flatMap(known -> known.contact().calendar())
                .map(known -> new WorkingCalendar(known.zoneId(), known.days(), known.holidays()))
                .orElse(WorkingCalendar.UNKNOWN);
    }
}
