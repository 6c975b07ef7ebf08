using HotChocolate;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ErrorCodes = GraphNews.Graph.Errors.ErrorCodes;

namespace GraphNews.Engine;

/// <summary>
/// The stages of a request. Hot Chocolate's errors carry no codes that tell them apart, but the stage that a request
/// came to does. Limits, time and instruments are the server's, so their stages are left out.
/// </summary>
internal static class RequestStages
{
    public static IRequestExecutorBuilder UseStages(this IRequestExecutorBuilder builder) => builder
        .UseRequest(next => context => RefuseAsync(context, next))
        .UseDocumentCache()
        .UseDocumentParser()
        .UseDocumentValidation()
        .UseOperationCache()
        .UseOperationResolver()
        .UseOperationVariableCoercion()
        .UseOperationExecution();

    private static async ValueTask RefuseAsync(IRequestContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (GraphQLException refused)
        {
            context.Result = OperationResultBuilder.CreateError(refused.Errors);
        }

        EngineContext.Of(context).Refusal = context switch
        {
            { Document: null } => ErrorCodes.SyntaxError,
            { IsValidDocument: false } => ErrorCodes.ValidationFailed,
            { Operation: null } => ErrorCodes.UnknownOperation,
            { Variables: null } => ErrorCodes.InvalidVariable,
            _ => null,
        };
    }
}
