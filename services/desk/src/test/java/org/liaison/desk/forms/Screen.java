package org.liaison.desk.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.liaison.message.Language;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// The fragments as a browser gets them, and what a browser sends back.
public final class Screen {

    private static final SpringTemplateEngine ENGINE = engine();

    /// One fragment with its parameters, on a page with the form around it.
    public static Document page(String call, Language language, Map<String, Object> model) {
        Context context = new Context(language.locale(), model);
        String inline = "<!DOCTYPE html><html><head><title>t</title></head><body><main><form method=\"post\">"
                + "<th:block th:replace=\"~{" + call + "}\"/></form></main></body></html>";
        return Jsoup.parse(ENGINE.process("inline:" + inline, context));
    }

    static Document topic(Questionnaire questionnaire, String topic, Answers answers) {
        TaskList tasks = questionnaire.check(answers, Paper.NO_FILES);
        return page(
                "desk/form-topic :: topic(${page})",
                questionnaire.language(),
                Map.of("page", questionnaire.page(topic, answers, tasks, Paper.NO_FILES)));
    }

    /// The form data set of HTML: what a browser posts when nobody touches anything.
    static Map<String, List<String>> posted(Document page) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        for (Element control : page.select("input, textarea, select")) {
            String type = control.attr("type");
            boolean ticked = !type.equals("checkbox") && !type.equals("radio") || control.hasAttr("checked");
            if (!ticked) continue;
            posted.computeIfAbsent(control.attr("name"), _ -> new ArrayList<>()).add(value(control));
        }
        return posted;
    }

    private static String value(Element control) {
        if (control.normalName().equals("select")) {
            Element chosen = control.selectFirst("option[selected]");
            return (chosen == null ? control.selectFirst("option") : chosen).attr("value");
        }
        if (control.normalName().equals("textarea"))
            return control.wholeText()
                    .replaceFirst("^\n", "")
                    .replace("\r\n", "\n")
                    .replace("\n", "\r\n");
        return control.attr("value");
    }

    static Properties words(Language language) {
        Properties all = words("desk", language);
        all.keySet().removeIf(key -> !key.toString().matches("desk\\.(forms\\..*|list)"));
        return all;
    }

    private static Properties words(String room, Language language) {
        String name = "/org/liaison/" + room + "/words/" + language.tag() + ".properties";
        try (InputStream in = Screen.class.getResourceAsStream(name)) {
            Properties all = new Properties();
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setResolvablePatterns(java.util.Set.of("desk/*"));
        files.setPrefix("org/liaison/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setTemplateAliases(Map.of(
                "desk/form-topic", "desk/pages/form-topic",
                "desk/form-tasks", "desk/pages/form-tasks",
                "desk/form-preview", "desk/pages/form-preview",
                "desk/messages", "desk/pages/messages"));
        org.thymeleaf.templateresolver.StringTemplateResolver texts = new InlineTemplates();
        StaticMessageSource words = new StaticMessageSource();
        words.setAlwaysUseMessageFormat(true);
        for (Language language : Language.values())
            for (Properties lines : List.of(words(language), words("message", language)))
                lines.forEach((key, text) -> words.addMessage(key.toString(), language.locale(), text.toString()));
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(java.util.Set.of(files, texts));
        engine.setTemplateEngineMessageSource(words);
        engine.setEnableSpringELCompiler(true);
        engine.setLinkBuilder(new StandardLinkBuilder() {
            @Override
            protected String computeContextPath(
                    IExpressionContext context, String base, Map<String, Object> parameters) {
                return "";
            }
        });
        return engine;
    }

    /// A page written in the test.
    private static final class InlineTemplates extends org.thymeleaf.templateresolver.StringTemplateResolver {
        InlineTemplates() {
            setResolvablePatterns(java.util.Set.of("inline:*"));
        }

        @Override
        protected org.thymeleaf.templateresource.ITemplateResource computeTemplateResource(
                org.thymeleaf.IEngineConfiguration configuration,
                String owner,
                String template,
                Map<String, Object> attributes) {
            return super.computeTemplateResource(
                    configuration, owner, template.substring("inline:".length()), attributes);
        }
    }

    private Screen() {}
}
