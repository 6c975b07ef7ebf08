using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>Reads the version that an operation sees: always its first statement, since a snapshot begins at the first read.</summary>
internal static class GraphVersion
{
    public static Task<long> ReadAsync(GraphReader reader, CancellationToken cancel)
        => reader.RunAsync(
            static key => key.Add("graph version"),
            static scope =>
            {
                Expression<Func<GraphState, object[]>> version = state => new object[] { state.Version };
                var states = scope.Rows<GraphState>();
                return CompiledStatement.Compile(
                    scope,
                    Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(GraphState), typeof(object[])], states, Expression.Quote(version)),
                    1);
            },
            static async (statement, snapshot, values, token)
                => (await statement.ReadAsync(snapshot, values, static row => row.GetInt64(0), token).ConfigureAwait(false)).Single(),
            cancel);
}
