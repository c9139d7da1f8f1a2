import java.util.List;
import java.util.function.UnaryOperator;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.client.node.NodeClient;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestChannel;
import org.opensearch.rest.RestHandler;
import org.opensearch.rest.RestRequest;
import uk.gov.justice.probation.devolution.localstack.LocalToken;

/** One embedded OpenSearch node bound to the loopback address. */
public class OpenSearchNode {

  /** Index templates of Tasklist and Operate carry this setting of the state management plugin, which OpenSearch itself does not know. */
  public static class StateManagementSetting extends Plugin {
    @Override
    public List<Setting<?>> getSettings() {
      return List.of(Setting.simpleString("index.plugins.index_state_management.policy_id", Setting.Property.IndexScope, Setting.Property.Dynamic));
    }
  }

  /** Answers who knows the token, and nobody else. */
  public static class TokenOfSearches extends Plugin implements ActionPlugin {
    private final LocalToken token = LocalToken.ofThisPart();

    @Override
    public UnaryOperator<RestHandler> getRestHandlerWrapper(ThreadContext context) {
      return handler -> new RestHandler.Wrapper(handler) {
        @Override
        public void handleRequest(RestRequest request, RestChannel channel, NodeClient client) throws Exception {
          if (token.isIn(request.header("Authorization"))) {
            super.handleRequest(request, channel, client);
            return;
          }
          BytesRestResponse refusal = new BytesRestResponse(RestStatus.UNAUTHORIZED, "Only the application may ask for this.");
          refusal.addHeader("WWW-Authenticate", "Basic realm=\"the local stack\"");
          channel.sendResponse(refusal);
        }
      };
    }
  }

  public static void main(String[] args) throws Exception {
    String http = System.getProperty("local.http");
    OpenSearchRunner node = new OpenSearchRunner();
    node.setMaxHttpPort(-1); // the port that is set, and no other
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        node.close();
      } catch (Exception e) {
        e.printStackTrace();
      }
    }));
    node.onBuild((number, settings) -> {
      settings.put("network.host", "127.0.0.1");
      settings.put("http.host", "127.0.0.1");
      settings.put("transport.host", "127.0.0.1");
      settings.put("http.port", http);
      settings.put("transport.port", System.getProperty("local.transport"));
      settings.put("discovery.type", "single-node");
      settings.put("http.cors.enabled", false);
      settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
      settings.put("node.processors", 2);
      settings.put("cluster.max_shards_per_node", 5000); // the engine's exporter makes an index of each kind for each day, and a trial passes many days
    }).build(OpenSearchRunner.newConfigs()
        .clusterName("local")
        .numOfNode(1)
        .basePath(System.getProperty("local.data"))
        .baseHttpPort(Integer.parseInt(http) - 1)
        .pluginTypes(StateManagementSetting.class.getName() + "," + TokenOfSearches.class.getName()));
    Thread.currentThread().join();
  }
}
