package org.liaison.statistics;

import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Slip;

/// What a slip tells the hub. The unit is the case, so that a corridor is shown only where eleven cases use it, however
/// many messages they have.
public final class HubCoding {

    public static final String ACCEPTED = "ACCEPTED";

    private HubCoding() {}

    /// One message to one recipient.
    ///
    /// @param answer [#ACCEPTED], or the reason why the message was refused
    /// @param handover how long the recipient's evidence took, if it came
    public static CodedFact fact(
            Slip slip, AuthorityCode to, String answer, Optional<Duration> handover, YearMonth month) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        values.put(Variable.FAMILY, Variable.FAMILY.only(slip.caseId().family()));
        values.put(Variable.SENT_FROM, slip.from().country().code());
        values.put(Variable.SENT_TO, to.country().code());
        values.put(Variable.ANSWER, Variable.ANSWER.only(answer));
        values.put(Variable.PRIORITY, slip.priority().name());
        handover.ifPresent(time -> values.put(Variable.HANDOVER_TIME, Codes.Minutes.of(time)));
        return new CodedFact(Population.MESSAGE, slip.caseId().toString(), month, values);
    }
}
