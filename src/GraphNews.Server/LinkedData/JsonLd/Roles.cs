using System.Text.Json.Nodes;

namespace GraphNews.Server.LinkedData.JsonLd;

/// <summary>
/// Who is somebody's for some time, or in some capacity. Source: schema.org, "Role": it stands between the two, and repeats the
/// property that leads to it.
/// </summary>
internal static class Roles
{
    /// <summary>The post of an official, at its agency, for its time.</summary>
    public static JsonNode Of(AnswerValue tenure, Terms terms)
    {
        var role = new JsonObject { ["@type"] = "OrganizationRole" };
        role.Set("roleName", tenure["post"].Label);
        role.Set("startDate", Terms.Date(tenure["from"]));
        role.Set("endDate", Terms.Date(tenure["until"]));
        role.Set("affiliation", terms.Agency(tenure["post"]["agency"]));
        return role;
    }

    /// <summary>Who attended a meeting, for which agency, as what that day. Somebody whom nobody names is told by the words of the source.</summary>
    public static JsonNode OfAttendee(AnswerValue participation, Terms terms)
    {
        var person = terms.Reference(participation["official"], "Person");
        if (person is null && participation["nameAsWritten"].Text is { } written) person = new JsonObject { ["@type"] = "Person", ["name"] = written };

        string?[] names = [Words.Of(participation["role"].Text), participation["titleAsWritten"].Text, .. participation["capacity"].Items.Select(capacity => capacity["post"].Label)];
        var role = new JsonObject { ["@type"] = "Role" };
        role.Set("roleName", Terms.List(names.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => JsonValue.Create(name))));
        role.Set("attendee", Terms.List(new JsonNode?[] { person, terms.Agency(participation["agency"]) }.OfType<JsonNode>()));
        return role;
    }
}
