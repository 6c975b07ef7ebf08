using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>An operation with its arguments and directives as the engine has coerced them, kept without the request that it came from.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Definition">Its definition there.</param>
/// <param name="Variables">The variables as they came in; null for none.</param>
/// <param name="Arguments">What fields are given; null where none is given anything.</param>
/// <param name="Directives">What directives are given; null where there are none.</param>
internal sealed record CoercedOperation(
    GraphQLDocument Document,
    GraphQLOperationDefinition Definition,
    Inputs? Variables,
    IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? Arguments,
    IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? Directives)
{
    public static CoercedOperation Of(IExecutionContext execution)
        => new(execution.Document, execution.Operation, execution.ExecutionOptions.Variables, execution.ArgumentValues, execution.DirectiveValues);
}
