package org.liaison.desk;

import java.util.List;
import org.liaison.desk.forms.Reach;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;

/// Who can see what of a message or a case. `readers` read contents here, `onlookers` see lists
/// and evidence.
record Sight(AuthorityCode owner, List<String> readers, List<String> onlookers, List<Party> parties) {

    /// Another authority, and what can reach it of the kinds of message that are about.
    record Party(AuthorityCode code, List<Share> shares) {}

    record Share(MessageKind kind, Reach reach) {}
}
