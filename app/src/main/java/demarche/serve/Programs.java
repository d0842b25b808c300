package demarche.serve;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What only programs ask for: the description of all addresses, the feed of shifts, the Model Context Protocol. */
final class Programs implements AutoCloseable {
    private static final String MCP = "/mcp";

    private final Site site;
    private final HttpServletStatelessServerTransport transport;
    private final McpStatelessSyncServer mcp;

    Programs(Site site) {
        this.site = site;
        this.transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .messageEndpoint(MCP)
                .maxRequestSize(1_000_000)
                .build();
        this.mcp = new Mcp(site.codebook(), site::ask).over(transport);
    }

    void routes(JavalinConfig config) {
        config.routes.get("/openapi.yaml", Programs::description);
        config.routes.get(ShiftFeed.PATH, this::feed);
        config.routes.get(MCP, this::mcp);
        config.routes.post(MCP, this::mcp);
        config.routes.delete(MCP, this::mcp);
    }

    private static void description(Context context) {
        try (InputStream in = Programs.class.getResourceAsStream("/demarche/serve/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is missing from the jar");
            }
            context.contentType("application/yaml; charset=utf-8").result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void feed(Context context) {
        String server = context.scheme() + "://" + context.host();
        String xml = site.ask(reader -> {
            Ask ask = new Ask(context, Ending.HTML, site, reader);
            String out = new ShiftFeed(ask, server).xml();
            ask.refuseOthers();
            return out;
        });
        context.contentType("application/atom+xml; charset=utf-8").result(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Pages of other sites may not ask through the reader's browser. */
    private void mcp(Context context) {
        String origin = context.header("Origin");
        if (origin != null && !String.valueOf(context.host()).equals(authority(origin))) {
            throw new ForbiddenResponse("Pages of other sites are not answered here.");
        }
        try {
            transport.service(context.req(), context.res());
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() {
        mcp.closeGracefully();
    }
}
