package demarche.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import demarche.Version;
import demarche.code.Codebook;
import demarche.ledger.Ledger;
import demarche.ledger.Reader;
import demarche.story.InputException;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The ledger for programs that speak the Model Context Protocol: the same tools over standard input and output and over HTTP. */
public final class Mcp {
    private static final String INSTRUCTIONS =
            "A ledger of disputes read from news stories: what parties (states by three letters, such as usa) demand, offer,"
                    + " refuse, claim or fear, what they did to whom (PLOVER 2.0 events), who said what, and where a party"
                    + " shifted. Every record has the sentence it was read from; quote it and name its story. Begin with search"
                    + " or list_disputes; fetch_evidence shows where a record comes from. All tools only read.";
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private final List<Tool> tools;
    private final Function<Site.Work<McpSchema.CallToolResult>, McpSchema.CallToolResult> readers;

    Mcp(Codebook codebook, Function<Site.Work<McpSchema.CallToolResult>, McpSchema.CallToolResult> readers) {
        this.tools = new Tools(codebook).all();
        this.readers = readers;
    }

    /**
     * Answers the requests on {@code in} one by one, until it ends.
     *
     * @param out gets the answers and nothing else
     */
    public static void serve(Ledger ledger, Codebook codebook, InputStream in, OutputStream out)
            throws InterruptedException {
        try (Reader reader = ledger.reader();
                Traffic traffic = new Traffic(in, out)) {
            Mcp mcp = new Mcp(codebook, work -> {
                synchronized (reader) {
                    return work.with(reader);
                }
            });
            McpSyncServer server = mcp.over(traffic);
            traffic.awaitEnd();
            server.closeGracefully();
        }
    }

    private McpSyncServer over(Traffic traffic) {
        var server = McpServer.sync(new StdioServerTransportProvider(
                        McpJsonDefaults.getMapper(), traffic.requests(), traffic.answers()))
                .serverInfo("demarche", Version.VERSION)
                .instructions(INSTRUCTIONS)
                .requestTimeout(Duration.ofMinutes(1))
                .validateToolInputs(false)
                .capabilities(capabilities());
        tools.forEach(t -> server.toolCall(described(t), (exchange, request) -> call(t, request)));
        return server.build();
    }

    /** The tools behind a servlet that keeps no sessions. */
    McpStatelessSyncServer over(HttpServletStatelessServerTransport transport) {
        var server = McpServer.sync(transport)
                .serverInfo("demarche", Version.VERSION)
                .instructions(INSTRUCTIONS)
                .requestTimeout(Duration.ofMinutes(1))
                .validateToolInputs(false)
                .capabilities(capabilities());
        tools.forEach(t -> server.toolCall(described(t), (context, request) -> call(t, request)));
        return server.build();
    }

    private static McpSchema.ServerCapabilities capabilities() {
        return McpSchema.ServerCapabilities.builder().tools(false).build();
    }

    private static McpSchema.Tool described(Tool tool) {
        return McpSchema.Tool.builder(tool.name(), tool.schema())
                .title(tool.title())
                .description(tool.says())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(true)
                        .idempotentHint(true)
                        .destructiveHint(false)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private McpSchema.CallToolResult call(Tool tool, McpSchema.CallToolRequest request) {
        try {
            Arguments arguments =
                    new Arguments(request.arguments(), tool.arguments().keySet());
            return readers.apply(r -> result(JSON.writeValueAsString(tool.work().answer(arguments, r)), false));
        } catch (InputException | NotFound e) {
            return result(e.getMessage(), true);
        } catch (RuntimeException e) {
            System.err.println("Fault in Demarche " + Version.VERSION + " in the tool " + tool.name() + ":");
            e.printStackTrace();
            return result("This is a fault in Demarche " + Version.VERSION + ", not in what you asked.", true);
        }
    }

    private static McpSchema.CallToolResult result(@Nullable String text, boolean wrong) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(String.valueOf(text))
                .isError(wrong)
                .build();
    }
}
