using System.Text.Json.Nodes;

namespace GraphNews.Server.LinkedData.JsonLd;

/// <summary>Puts into a description what is known.</summary>
internal static class JsonLdNode
{
    /// <summary>Sets a property; one without a value is left out, and one that is there already is added to.</summary>
    public static void Set(this JsonObject node, string property, JsonNode? value)
    {
        if (value is null) return;

        if (node[property] is JsonArray known && value is JsonArray more)
        {
            foreach (var item in more.ToList())
            {
                more.Remove(item);
                known.Add(item);
            }
        }
        else
        {
            node[property] = value;
        }
    }
}
