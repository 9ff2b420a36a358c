package org.liaison.rehearsal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.liaison.message.GatewayCode;

/// A hub and its gateways, running on the state in a folder.
public interface Programs extends AutoCloseable {

    /// The hub's public reading of the log.
    URI log();

    /// The operators' console.
    URI console();

    /// Where each gateway answers.
    Map<GatewayCode, URI> gateways();

    /// How the programs run, for a person: `one Java machine`, or each process and its id.
    List<String> description();

    /// Ends all programs in good order, gateways first.
    @Override
    void close();
}
