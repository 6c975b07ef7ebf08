using System.Text;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Server.Auth;
using GraphNews.Server.Caching;
using GraphNews.Server.LinkedData.JsonLd;
using GraphNews.Server.LinkedData.Pages;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.LinkedData;

/// <summary>
/// Answers <c>GET /entity/{slug}</c>: what an address in other people's data, or in a browser, leads to. As JSON-LD for
/// programs and as a page for people; 301 from what was merged, 410 for what was retracted.
/// </summary>
internal sealed class EntityEndpoint(
    EntityQuestion question, EntityPage page, CallerAuthentication callers, CacheHeaders caching, RequestFaults faults, LinkedDataSettings settings)
{
    public async Task HandleAsync(HttpContext context)
    {
        var format = ResponseFormat.Json;
        try
        {
            CheckMethod(context.Request);
            caching.Begin(context);
            var form = EntityForm.Of(context.Request, (string)context.Request.RouteValues["slug"]!);
            format = form.Format;
            await ShowAsync(context, form, await callers.AuthenticateAsync(context));
        }
        catch (RequestRefusedException refusal)
        {
            await RefuseAsync(context, refusal, format);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, faults.Of(context, e), format);
        }
    }

    private static void CheckMethod(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return;

        throw RequestFaults.NotAllowed(request, $"{HttpMethods.Get}, {HttpMethods.Head}", $"Entities are read with GET, not with {request.Method}. They are written with mutations, at /graphql.");
    }

    private async Task ShowAsync(HttpContext context, EntityForm form, Caller caller)
    {
        using var answer = await question.AskAsync(form.Slug, caller, context);
        using var json = JsonDocument.Parse(answer.Body);
        var entity = EntityQuestion.Read(answer, json, form.Slug);
        var address = EntityAddress.Of(context.Request, settings);
        if (entity["canonical"]["slug"].Text is { } standing)
        {
            // Not for ever: a judgement can be undone.
            context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
            context.Response.Headers.Location = $"{address.LinkTo(standing)}{form.Ending}";
            return;
        }

        var body = form.Format == ResponseFormat.Html ? Encoding.UTF8.GetBytes(page.Show(entity, address)) : EntityAsJsonLd.Write(entity, address);
        if (form.Format == ResponseFormat.Html) context.Response.Headers.ContentSecurityPolicy = PageFrame.Policy;
        context.Response.Headers[HeaderNames.Link] = $"<{address.LinkTo(form.Slug)}{EntityForm.JsonLdEnding}>; rel=\"alternate\"; type=\"application/ld+json\"";
        if (answer.Kept?.Tag is not null && caching.Describe(context, KeptAnswer.TagOf(body, answer.Facts.Version), caller))
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await WholeBody.WriteAsync(context, StatusCodes.Status200OK, form.Format.ContentType, body);
    }

    private static async Task RefuseAsync(HttpContext context, RequestRefusedException refusal, ResponseFormat format)
    {
        if (format != ResponseFormat.Html)
        {
            await RequestFaults.RefuseAsync(context, refusal);
            return;
        }

        RequestFaults.DescribeWait(context, refusal);
        context.Response.Headers.ContentSecurityPolicy = PageFrame.Policy;
        await WholeBody.WriteAsync(context, refusal.Status, ResponseFormat.Html.ContentType, Encoding.UTF8.GetBytes(RefusalPage.Show(refusal)));
    }
}
