using GraphNews.Graph.Documents;
using HotChocolate;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Resolvers;
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
        .UseRequest(next => context => ReadAsync(context, next))
        .UseDocumentParser()
        .UseDocumentValidation()
        .UseOperationCache()
        .UseOperationResolver()
        .UseRequest(next => context => CheckArgumentsAsync(context, next))
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
        catch (InvalidOperationException limit) when (context is { IsValidDocument: true, Operation: null })
        {
            // The compiler's own limit: 64 different conditions of @skip and @include.
            context.Result = OperationResultBuilder.CreateError(ErrorBuilder.New().SetMessage(limit.Message).Build());
            EngineContext.Of(context).Refusal = ErrorCodes.ValidationFailed;
        }

        catch (Exception unreadable) when (context.Document is null && unreadable is not OperationCanceledException)
        {
            // The parser throws what it comes upon where an escape in a text is half a surrogate pair.
            context.Result = OperationResultBuilder.CreateError(
                ErrorBuilder.New().SetMessage("A text in the document is not Unicode: an escape is half a surrogate pair.").Build());
        }

        EngineContext.Of(context).Refusal ??= context switch
        {
            { Document: null } => ErrorCodes.SyntaxError,
            { IsValidDocument: false } => ErrorCodes.ValidationFailed,
            { Operation: null } => ErrorCodes.UnknownOperation,
            { Variables: null } => ErrorCodes.InvalidVariable,
            _ => null,
        };
    }

    /// <summary>Hot Chocolate's parser lets mistakes pass, and not every version of it bounds its depth.</summary>
    private static ValueTask ReadAsync(IRequestContext context, RequestDelegate next)
    {
        var engine = EngineContext.Of(context);
        if (context.Document is not null || QueryDocument.Read(engine.Query, engine.Binding, engine.Limits, out var refusal) is not null)
            return next(context);

        var error = ErrorBuilder.New().SetMessage(refusal!.Message);
        foreach (var location in refusal.Locations) error.AddLocation(location.Line, location.Column);
        throw engine.Refuse(refusal.Code, [error.Build()]);
    }

    /// <summary>Literals that do not fit are told from the operation only where its fields would be resolved.</summary>
    private static ValueTask CheckArgumentsAsync(IRequestContext context, RequestDelegate next)
    {
        var errors = context.Operation!
            .SelectMany(set => set.Selections)
            .SelectMany(field => field.Arguments.AsEnumerable<ArgumentValue>())
            .Where(argument => argument.HasError)
            .Select(argument => argument.Error!)
            .ToList();
        if (errors.Count > 0) throw EngineContext.Of(context).Refuse(ErrorCodes.ValidationFailed, errors);
        return next(context);
    }
}
