package org.liaison.cli;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.liaison.benchmarks.BenchCommand;
import org.liaison.certs.PkiCommand;
import org.liaison.directory.LegalBasis;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.CaseId;
import org.liaison.message.Country;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.rehearsal.client.GatewayUnreachable;
import org.liaison.rehearsal.client.RequestRefused;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// `liaison`: the root of all commands, and the one place where what went wrong becomes a sentence and an exit code.
@Command(
        name = "liaison",
        description = {
            "Police, prosecutors and social authorities of different States write to each other, confidentially and"
                    + " with proof.",
            "",
            "Begin with: liaison demo"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            Send.class,
            Inbox.class,
            Cases.class,
            Due.class,
            Show.class,
            Reply.class,
            Trace.class,
            Verify.class,
            Export.class,
            Fork.class,
            Print.class,
            MapCommand.class,
            CalendarCommand.class,
            Status.class,
            OpsCommand.class,
            StatisticsCommand.class,
            DirectoryCommand.class,
            RulesCommand.class,
            ContactsCommand.class,
            PkiCommand.class,
            BenchCommand.class,
            ProgramCommands.Hub.class,
            ProgramCommands.Gateway.class,
        })
public final class Liaison {

    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

    static {
        EXIT_CODES.put("0", "it was done");
        EXIT_CODES.put("1", "it was refused or failed; the reason is printed");
        EXIT_CODES.put("2", "the command was typed in a way it cannot be run");
        EXIT_CODES.put("3", "the gateway or the console cannot be reached");
        EXIT_CODES.put("4", "it was shown, and needs somebody: see the command's help");
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print also what the programs log, and where a failure came from.")
    private boolean verbose;

    private Liaison() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Liaison root = new Liaison();
        CommandLine line = new CommandLine(root);
        line.addSubcommand("completion", new GenerateCompletion());
        dress(line);
        line.registerConverter(AuthorityCode.class, reading(AuthorityCode::parse));
        line.registerConverter(GatewayCode.class, reading(GatewayCode::new));
        line.registerConverter(MessageId.class, reading(MessageId::parse));
        line.registerConverter(CaseId.class, reading(CaseId::new));
        line.registerConverter(MessageKind.class, reading(MessageKind::new));
        line.registerConverter(Country.class, reading(Country::new));
        line.registerConverter(AuthorityKind.class, reading(AuthorityKind::ofCode));
        line.registerConverter(LegalBasis.class, reading(LegalBasis::new));
        line.registerConverter(Instant.class, reading(Liaison::moment));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, arguments) -> misused(failure));
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command, root.verbose));
        return line;
    }

    /// Every command's help has the same width, the same order and the exit codes at its end.
    private static void dress(CommandLine line) {
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(80);
        var usage = line.getCommandSpec().usageMessage();
        usage.sortOptions(false);
        usage.abbreviateSynopsis(true);
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(EXIT_CODES);
        if (line.getCommandSpec().optionsMap().get("--help") == null)
            line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().stream().distinct().forEach(Liaison::dress);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time looks like 2027-01-01T00:00:00Z", e);
        }
    }

    private static <T> ITypeConverter<T> reading(ITypeConverter<T> parse) {
        return text -> {
            try {
                return parse.convert(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    private static int misused(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err))
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private static int explain(Exception failure, CommandLine command, boolean verbose) {
        PrintWriter err = command.getErr();
        if (verbose) failure.printStackTrace(err);
        return switch (failure) {
            case RequestRefused refused -> {
                refused.problem().lines().forEach(err::println);
                yield Exit.REFUSED;
            }
            case GatewayUnreachable unreachable -> {
                err.println(unreachable.getMessage());
                yield Exit.UNREACHABLE;
            }
            case UsageError usage -> misused(new ParameterException(command, String.valueOf(usage.getMessage())));
            case Failed failed -> {
                err.println(failed.getMessage());
                yield Exit.REFUSED;
            }
            default -> {
                err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                if (!verbose) err.println("(--verbose shows where this came from)");
                yield Exit.REFUSED;
            }
        };
    }
}
