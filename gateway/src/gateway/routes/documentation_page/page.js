const language = document.documentElement.lang;
SwaggerUIBundle({
  url: "openapi.json?lang=" + language,
  dom_id: "#swagger-ui",
  deepLinking: true,
  showExtensions: true,
  // What is tried out here answers in the language of the page.
  requestInterceptor: (request) => {
    request.headers = { ...request.headers, "Accept-Language": language };
    return request;
  },
});
