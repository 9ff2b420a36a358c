package org.liaison.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.casework.Forms;
import org.liaison.mapping.Crosswalk;
import org.liaison.mapping.Mapping;
import org.liaison.message.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description =
                "Make a draft of a form from the file of another system; it says what is lost and what is missing.")
final class MapImport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON with the fields of the other system.")
    private @Nullable Path source;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "htcds or eio.")
    private @Nullable String format;

    @Option(names = "--to", paramLabel = "FORM.json", required = true, description = "The draft; must not exist.")
    private @Nullable Path target;

    @Option(names = "--json", description = "Print the facts as JSON.")
    private boolean asJson;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (source == null || format == null || target == null || spec == null)
            throw new UsageError("Name the file, its format and the draft to write.");
        Crosswalk crosswalk = MapCommand.crosswalk(format);
        return switch (crosswalk.draft(Sheaf.bytes(source))) {
            case Mapping.Withheld(String sentence) -> throw new Failed(sentence);
            case Mapping.Mapped mapped -> {
                Bytes draft = Losses.pretty(mapped.content());
                Print.write(target, draft);
                new Losses(new Paper(spec.commandLine().getOut()), asJson)
                        .tell(target, mapped.losses(), Forms.shipped().check(crosswalk.kind(), draft));
                yield Exit.OK;
            }
        };
    }
}
