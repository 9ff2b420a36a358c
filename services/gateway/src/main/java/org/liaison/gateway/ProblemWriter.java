package org.liaison.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Writes RFC 9457 problems where Spring MVC does not get to.
final class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:liaison:problem:";

    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void write(HttpServletResponse response, int status, String slug, String title, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(mapper.writeValueAsBytes(problem(status, slug, title, detail)));
    }

    static Views.Problem problem(int status, String slug, String title, String detail) {
        return new Views.Problem(
                TYPE + slug,
                title,
                status,
                detail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
