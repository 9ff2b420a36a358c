package org.liaison.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.casework.Forms;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.print.Press;
import org.liaison.print.Printout;
import org.liaison.print.Unprintable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "print",
        description = {
            "Print a message or a form as PDF, labelled in Arabic, Chinese, English, French, Russian or Spanish.",
            "",
            "A message gets its header and whether its signature holds; a form from a file is printed as a draft."
        })
final class Print extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE|FORM.json", description = "The message's id, or a file with a form.")
    private @Nullable String source;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The PDF to write; must not exist.")
    private @Nullable Path target;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "ar, en, es, fr, ru or zh. Else the language that the reading authority lists first, or en.")
    private @Nullable String tag;

    @Override
    public Integer call() {
        if (source == null || target == null) throw new UsageError("Name what to print and the file to write.");
        Optional<Language> language = Optional.ofNullable(tag).map(Print::language);
        Bytes pdf = Sheaf.message(source)
                .map(message -> fetched("/api/v1/messages/" + message, language))
                .orElseGet(() -> printed(Sheaf.form(Path.of(source)), language.orElse(Language.EN)));
        write(target, pdf);
        paper().line("written: " + target);
        return Exit.OK;
    }

    private Bytes fetched(String path, Optional<Language> language) {
        Found found = find("Message " + source, desk -> desk.get(path + connection.query()));
        return found.desk()
                .get(path + "/paper.pdf?as=" + found.json().path("as").asString()
                        + language.map(wanted -> "&language=" + wanted.tag()).orElse(""))
                .body();
    }

    private static Bytes printed(Sheaf form, Language language) {
        try {
            return new Press(Forms.shipped())
                    .print(new Printout(form.kind(), form.bytes(), Optional.empty(), language));
        } catch (Unprintable e) {
            throw new Failed(String.valueOf(e.getMessage()));
        }
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> new UsageError("--language is one of ar, en, es, fr, ru, zh"));
    }

    static void write(Path target, Bytes content) {
        try {
            Files.write(target, content.toArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Failed("There is a file " + target + " already; nothing was overwritten.");
        } catch (IOException e) {
            throw new Failed("The file " + target + " cannot be written.");
        }
    }
}
