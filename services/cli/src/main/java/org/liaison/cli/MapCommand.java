package org.liaison.cli;

import org.liaison.mapping.Crosswalk;
import picocli.CommandLine.Command;

@Command(
        name = "map",
        description = {
            "Carry a form over to the words of another system, or back.",
            "",
            "htcds: a referral as fields of the Human Trafficking Case Data Standard.",
            "eio: a request as the sections of a European Investigation Order.",
            "What does not come along is listed."
        },
        subcommands = {MapExport.class, MapImport.class})
final class MapCommand {

    static Crosswalk crosswalk(String format) {
        return Crosswalk.shipped(format)
                .orElseThrow(() -> new UsageError("--format is one of " + String.join(", ", Crosswalk.FORMATS)));
    }
}
