package org.liaison.tracing;

import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Country;
import org.liaison.message.ErdsEvent;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.Slip;

/// All that may be told of a stage. `batch`: how many messages shared it, and so its time.
public record Facts(
        Outcome outcome,
        int batch,
        Optional<Label> label,
        Optional<GatewayCode> gateway,
        Optional<Reason> reason,
        Optional<ErdsEvent> event) {

    /// What a slip says that is no secret among operators: countries, not authorities, and no
    /// case.
    public record Label(Priority lane, MessageKind kind, Country from, List<Country> to, long bytes) {
        public Label {
            to = List.copyOf(to);
        }
    }

    public static Facts of(Outcome outcome, int batch) {
        return new Facts(outcome, batch, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Facts label(Slip slip) {
        Label label = new Label(
                slip.priority(),
                slip.kind(),
                slip.from().country(),
                slip.to().stream().map(AuthorityCode::country).distinct().toList(),
                slip.contentLength());
        return new Facts(outcome, batch, Optional.of(label), gateway, reason, event);
    }

    public Facts brought(GatewayCode by) {
        return new Facts(outcome, batch, label, Optional.of(by), reason, event);
    }

    public Facts because(Reason why) {
        return new Facts(outcome, batch, label, gateway, Optional.of(why), event);
    }

    public Facts event(ErdsEvent what) {
        return new Facts(outcome, batch, label, gateway, reason, Optional.of(what));
    }
}
