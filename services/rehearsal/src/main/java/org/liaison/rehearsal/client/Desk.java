package org.liaison.rehearsal.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;

/// One gateway as an officer's program sees it: ask, and get an answer or a problem.
public final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI url;
    private final Token token;

    public Desk(URI url, Token token) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.url = url;
        this.token = token;
    }

    public URI url() {
        return url;
    }

    /// The message is durable in the gateway's outbox when this answers [Answer.Given].
    public Answer send(Draft draft) {
        Multipart body = Multipart.of(draft);
        return ask(request("/api/v1/messages")
                .header("Content-Type", body.contentType())
                .POST(body.publisher()));
    }

    public Answer status() {
        return get("/api/v1/status");
    }

    public Answer message(MessageId id, AuthorityCode as) {
        return get("/api/v1/messages/" + id + "?as=" + as);
    }

    /// Tells the sender that a person has read the message.
    public Answer open(MessageId id, AuthorityCode as) {
        return post("/api/v1/messages/" + id + "/open?as=" + as);
    }

    public Answer trace(MessageId id, AuthorityCode as) {
        return get("/api/v1/messages/" + id + "/trace?as=" + as);
    }

    public Answer verification(MessageId id, AuthorityCode as) {
        return get("/api/v1/messages/" + id + "/verification?as=" + as);
    }

    public Answer caseOf(CaseId id, AuthorityCode as) {
        return get("/api/v1/cases/" + id + "?as=" + as);
    }

    /// Any other question of the interface; `path` begins with `/api/v1/`.
    public Answer get(String path) {
        return ask(request(path).GET());
    }

    public Answer post(String path) {
        return ask(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.value());
    }

    private Answer ask(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            Bytes body = Bytes.owned(response.body());
            return response.statusCode() < 300
                    ? new Answer.Given(body)
                    : new Answer.Refused(Problem.read(response.statusCode(), body));
        } catch (IOException e) {
            throw new GatewayUnreachable("The gateway at " + url + " does not answer. Is it running?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayUnreachable("The question to the gateway at " + url + " was broken off.");
        }
    }
}
