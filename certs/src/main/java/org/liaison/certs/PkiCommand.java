package org.liaison.certs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `liaison pki`: the PKI at the keyboard. Exit codes: 0 done, 1 refused or failed, 2 typed in a way it cannot be run.
@Command(
        name = "pki",
        description = {
            "Make and keep keys, certificates and revocation lists.",
            "",
            "Begin with: liaison pki init --state XA"
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            Init.class,
            AddIssuer.class,
            Issue.class,
            Renew.class,
            Revoke.class,
            PublishLists.class,
            Show.class
        })
public final class PkiCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec here = Objects.requireNonNull(spec);
        throw new ParameterException(
                here.commandLine(),
                "say what to do: " + String.join(", ", here.subcommands().keySet()));
    }
}
