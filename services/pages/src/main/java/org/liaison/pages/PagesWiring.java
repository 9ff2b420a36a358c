package org.liaison.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/// Mounts the pages of all rooms. The house gives a [Frame], [Readers], a clock, and one [Room] for each room with
/// pages.
@Configuration(proxyBeanMethods = false)
public class PagesWiring implements WebMvcConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

    private final List<Room> rooms;

    PagesWiring(List<Room> rooms) {
        this.rooms = rooms;
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRoom {
        @Bean
        Room pagesRoom() {
            return new Room("pages");
        }
    }

    @Bean
    Words messageSource() {
        return new Words(rooms);
    }

    @Bean
    static LocaleResolver localeResolver(Readers readers) {
        return new ReaderLocale(readers);
    }

    @Bean
    static FrameModel frameModel(Frame frame, Readers readers, LocaleResolver locales, Clock clock) {
        return new FrameModel(frame, readers, locales, clock);
    }

    @Bean
    static FaultPages faultPages(FrameModel frame) {
        return new FaultPages(frame);
    }

    @Bean
    static WebMvcConfigurer frameOnEveryPage(FrameModel frame) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(frame);
            }
        };
    }

    @Bean
    SpringTemplateEngine templateEngine(Words words) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new RoomTemplates());
        engine.setTemplateEngineMessageSource(words);
        engine.setEnableSpringELCompiler(true);
        return engine;
    }

    /// A page is whole or it is an error: what was written before a fault never reaches anybody.
    @Bean
    static ThymeleafViewResolver pages(SpringTemplateEngine engine, ApplicationContext context) {
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setApplicationContext(context);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setProducePartialOutputWhileProcessing(false);
        return resolver;
    }

    @Bean
    static ResourceUrlEncodingFilter addressesOfStaticFiles() {
        return new ResourceUrlEncodingFilter();
    }

    /// Each address holds a digest of the file, so that it may be kept for a year and a new version is seen at once.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (Room room : rooms)
            serve(registry, "/static/" + room.name() + "/**", "classpath:/" + room.folder() + "static/");
        serve(registry, "/static/htmx/**", folderOf(HTMX));
    }

    private static void serve(ResourceHandlerRegistry registry, String address, String folder) {
        registry.addResourceHandler(address)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /// The version of a web jar is said in the parent pom only.
    private static String folderOf(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length != 1) throw new IllegalStateException("the program was built without " + pattern);
            String file = found[0].getURL().toString();
            return file.substring(0, file.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new IllegalStateException("the program was built without " + pattern, e);
        }
    }
}
